import { render } from "preact";
import { liveClient } from "./api/client";
import { App } from "./app";
import "./style/tokens.css";
import "./style/base.css";
import "./style/shell.css";
import "./style/map.css";
import "./style/strip.css";
import "./style/views.css";

const root = document.getElementById("app");
if (root) {
  root.replaceChildren();
  render(<App client={liveClient()} />, root);
}
