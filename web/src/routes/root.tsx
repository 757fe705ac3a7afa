import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useView } from "../paths.ts";
import { changeLanguage, useText } from "../text/text.ts";
import { LightPatterns } from "../ui/light.tsx";
import { Skeleton } from "../ui/state.tsx";
import { Header } from "./header.tsx";
import { Provenance } from "./provenance.tsx";
import { rememberedLanguage, rememberedTheme } from "./remembered.ts";
import { TimeBar } from "./time-bar.tsx";
import "./root.css";

const SourceDrawer = lazy(async () => ({
  default: (await import("../features/observation/source-drawer.tsx")).SourceDrawer,
}));

/** The frame of every page: skip link, navigation, times, the page, what it rests on, and the source of a figure. */
export function RootLayout() {
  const view = useView();
  const { say } = useText();
  const language = view.lang ?? rememberedLanguage();
  const theme = view.theme ?? rememberedTheme();
  changeLanguage(language);
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  return (
    <>
      <a className="skip" href="#main">
        {say("page.skip")}
      </a>
      <LightPatterns />
      <Header language={language} theme={theme} />
      <TimeBar />
      <main id="main" className="main" tabIndex={-1}>
        <Suspense fallback={<Skeleton lines={12} height={480} />}>
          <Outlet />
        </Suspense>
      </main>
      <Provenance />
      {view.source !== undefined && (
        <Suspense fallback={null}>
          <SourceDrawer />
        </Suspense>
      )}
    </>
  );
}
