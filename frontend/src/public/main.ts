import "../style/tokens.css";
import "./public.css";
import "./sheet.css";
import "./emergency.css";
import "./position.css";
import "./details.css";
import { App } from "./app";

function part(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}

const parts = {
  top: part("top"),
  body: part("panel-body"),
  map: part("map"),
  legend: part("legend"),
  said: part("said"),
};
void new App(parts, part("sheet"), document.body.dataset.place ?? "").start();
