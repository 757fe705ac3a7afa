import "./polyfills.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import "virtual:tokens.css";
import "./ui/base.css";
import "./ui/print.css";

const place = document.getElementById("page");
if (place === null) throw new Error("index.html has no place for the page");
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
