// Light, dark, or as the reader's machine has it. The choice is kept on this machine only.
import { useEffect, useState } from "preact/hooks";

export type Theme = "auto" | "light" | "dark";
const KEY = "warledger.theme";
const NEXT: Record<Theme, Theme> = { auto: "light", light: "dark", dark: "auto" };

function stored(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : "auto";
  } catch {
    return "auto";
  }
}

/** The choice, whether the page is dark at present, and a way to the next choice. */
export function useTheme(): { theme: Theme; dark: boolean; next: () => void } {
  const [theme, setTheme] = useState<Theme>(stored);
  const [machineDark, setMachineDark] = useState(() => matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const media = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => setMachineDark(media.matches);
    media.addEventListener("change", follow);
    return () => media.removeEventListener("change", follow);
  }, []);
  const dark = theme === "dark" || (theme === "auto" && machineDark);
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }, [dark]);
  const next = () => {
    const chosen = NEXT[theme];
    setTheme(chosen);
    try {
      if (chosen === "auto") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, chosen);
    } catch {
      // A browser that keeps nothing: the choice holds for this visit.
    }
  };
  return { theme, dark, next };
}
