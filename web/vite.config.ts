import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

// Relative addresses, so that the built page works from any folder of any file host.
export default defineConfig({
  base: "./",
  plugins: [preact()],
  build: {
    outDir: "../src/warledger/page",
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      output: { manualChunks: (id) => (id.includes("maplibre-gl") ? "map" : undefined) },
    },
  },
  test: { include: ["tests/**/*.test.ts"] },
  server: { proxy: { "/api": "http://127.0.0.1:8000" } },
});
