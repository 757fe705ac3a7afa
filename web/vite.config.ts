import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { antdStyle } from "./build/antd-style.ts";
import { tokenStyle } from "./build/token-style.ts";

/** Chrome 90 is what public bodies still run: both script and CSS are lowered to it. */
const oldestBrowser = "chrome90";

export default defineConfig({
  plugins: [react(), tokenStyle(), antdStyle()],
  server: { proxy: { "/api": process.env["API"] ?? "http://127.0.0.1:8787" } },
  build: {
    target: oldestBrowser,
    cssTarget: oldestBrowser,
    // No data: addresses, which the content security policy does not allow.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // A chunk of their own that is loaded first: what pages share would otherwise run before them.
        codeSplitting: { groups: [{ name: "polyfills", test: /polyfills\.ts$|core-js/, priority: 10 }] },
      },
    },
    chunkSizeWarningLimit: 700,
  },
});
