import { render } from "preact";
import { liveClient } from "./api/client";
import { App } from "./app";
import { publishedClient } from "./published/client";
import "./style/tokens.css";
import "./style/base.css";
import "./style/shell.css";
import "./style/map.css";
import "./style/strip.css";
import "./style/views.css";

// `warledger publish` says in the head of the page where its data are; without that a server answers.
const data = document.querySelector<HTMLMetaElement>('meta[name="warledger-data"]')?.content;
const root = document.getElementById("app");
if (root) {
  root.replaceChildren();
  render(<App client={data ? publishedClient(data) : liveClient()} />, root);
}
