import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

/** `npm run screenshots`: the pictures of docs/, taken of the example monitor. */
export default defineConfig({ ...tests, testDir: "shots", testMatch: "*.shots.ts" });
