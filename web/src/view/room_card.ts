// <hearth-room>: one room, with what can be used in it and what can be read there.
import { LitElement, css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { Entity } from "../api/types";
import type { Deeds } from "../session/deeds";
import { climateOf, type Room, tileKind } from "../store/rooms";
import type { Tap, TapQuestion } from "../store/state";
import { stateText } from "../words/value";
import "./readings";
import { basics, card } from "./shared_styles";
import "./tiles/climate_tile";
import "./tiles/cover_tile";
import "./tiles/fan_tile";
import "./tiles/light_tile";
import "./tiles/lock_tile";
import "./tiles/setting_tile";
import "./tiles/switch_tile";

class RoomCard extends LitElement {
  static override styles = [basics, card, css`
    header { align-items: baseline; display: flex; flex-wrap: wrap; gap: 4px 10px; justify-content: space-between; margin-bottom: 10px; }
    .climate { color: var(--soft); font-size: .9rem; font-variant-numeric: tabular-nums; }
    .tiles { display: grid; gap: 8px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 124px), 1fr)); grid-auto-flow: dense; }
    .wide { grid-column: 1 / -1; }
    .tiles + hearth-readings { margin-top: 10px; }
  `];
  static override properties = {
    room: { attribute: false }, taps: { attribute: false }, questions: { attribute: false }, deeds: { attribute: false },
    away: { type: Boolean },
  };
  declare room: Room;
  declare taps: ReadonlyMap<string, Tap>;
  declare questions: ReadonlyMap<number, TapQuestion>;
  declare deeds: Deeds;
  declare away: boolean;

  protected override render() {
    const { room } = this;
    const used = room.entities.filter((entity) => tileKind(entity) !== null);
    const climate = climateOf(room).map((one) => stateText(one.capability, one.state)).join(" · ");
    return html`<section class="card" aria-label=${room.name}>
      <header><h3>${room.name}</h3>${climate ? html`<span class="climate">${climate}</span>` : nothing}</header>
      ${used.length === 0 ? nothing : html`<div class="tiles">
        ${repeat(used, (entity) => entity.entity, (entity) => this.tile(entity))}</div>`}
      <hearth-readings .room=${room}></hearth-readings>
    </section>`;
  }

  private tile(entity: Entity) {
    const { taps, deeds, away } = this;
    const question = this.questions.get(entity.entity);
    // One template each: a tag's name cannot be filled in.
    switch (tileKind(entity)) {
      case "light": return html`<hearth-light-tile .entity=${entity} .taps=${taps} .question=${question} .deeds=${deeds} ?away=${away}></hearth-light-tile>`;
      case "cover": return html`<hearth-cover-tile class="wide" .entity=${entity} .taps=${taps} .question=${question} .deeds=${deeds} ?away=${away}></hearth-cover-tile>`;
      case "climate": return html`<hearth-climate-tile class="wide" .entity=${entity} .taps=${taps} .question=${question} .deeds=${deeds} ?away=${away}></hearth-climate-tile>`;
      case "lock": return html`<hearth-lock-tile class="wide" .entity=${entity} .taps=${taps} .question=${question} .deeds=${deeds} ?away=${away}></hearth-lock-tile>`;
      case "fan": return html`<hearth-fan-tile .entity=${entity} .taps=${taps} .question=${question} .deeds=${deeds} ?away=${away}></hearth-fan-tile>`;
      case "scene": return html`<hearth-scene-tile .entity=${entity} .taps=${taps} .question=${question} .deeds=${deeds} ?away=${away}></hearth-scene-tile>`;
      case "setting": return html`<hearth-setting-tile .entity=${entity} .taps=${taps} .question=${question} .deeds=${deeds} ?away=${away}></hearth-setting-tile>`;
      case "switch": return html`<hearth-switch-tile .entity=${entity} .taps=${taps} .question=${question} .deeds=${deeds} ?away=${away}></hearth-switch-tile>`;
      case null: return nothing;
    }
  }
}

customElements.define("hearth-room", RoomCard);
