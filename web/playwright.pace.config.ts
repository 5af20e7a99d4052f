import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

/** `make bench-page`: how soon the page answers on a monitor of many reports. It prints what it measures and asserts nothing of time. */
export default defineConfig({ ...tests, testDir: "pace", testMatch: "*.pace.ts", timeout: 1_200_000, retries: 0 });
