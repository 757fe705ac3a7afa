import { Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useSession, useSessionPending } from "../features/session/session.ts";
import { NoRole, SignedOut, signInPath } from "../features/session/signed-in.tsx";
import { useView } from "../paths.ts";
import { changeLanguage, useText } from "../text/text.ts";
import { LightPatterns } from "../ui/light.tsx";
import { Skeleton } from "../ui/state.tsx";
import { DemoBanner } from "./demo-banner.tsx";
import { Header } from "./header.tsx";
import { isWork } from "./places.ts";
import { Provenance } from "./provenance.tsx";
import { rememberedLanguage, rememberedTheme } from "./remembered.ts";
import { TimeBar } from "./time-bar.tsx";
import { useWall } from "./wall.ts";
import "./root.css";

const SourceOfFigure = lazy(async () => ({
  default: (await import("./source-of-figure.tsx")).SourceOfFigure,
}));

/** The frame of every page: skip link, navigation, times, the page, what it rests on, and the source of a figure. */
export function RootLayout() {
  const view = useView();
  const { say } = useText();
  const language = view.lang ?? rememberedLanguage();
  const theme = view.theme ?? rememberedTheme();
  const { pathname } = useLocation();
  const person = useSession();
  const isEntry = pathname === signInPath;
  const isBarred = !isEntry && (person === null || person?.mustChangePassword === true);
  const isPending = useSessionPending();
  const hasNoRole = person?.actor.grants.length === 0;
  const isTracking = !isWork(pathname) && !hasNoRole && !isPending;
  const isWall = useWall() && isTracking && !isBarred;
  changeLanguage(language);
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  if (isEntry) return <EntryLayout />;
  return (
    <div className={isWall ? "frame-wall" : ""}>
      <a className="skip" href="#main">
        {say("page.skip")}
      </a>
      <LightPatterns />
      <DemoBanner />
      {!isWall && <Header language={language} theme={theme} />}
      {isTracking && !isWall && <TimeBar />}
      <main id="main" className="main" tabIndex={-1}>
        {isPending ? (
          <Skeleton lines={12} height={480} />
        ) : (
          <Suspense fallback={<Skeleton lines={12} height={480} />}>
            {isBarred ? <SignedOut /> : hasNoRole ? <NoRole /> : <Outlet />}
          </Suspense>
        )}
      </main>
      {isTracking && <Provenance />}
      {view.source !== undefined && (
        <Suspense fallback={null}>
          <SourceOfFigure />
        </Suspense>
      )}
    </div>
  );
}

/** The way in stands by itself: whoever has not signed in has no places to go to. */
function EntryLayout() {
  return (
    <>
      <DemoBanner />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
    </>
  );
}
