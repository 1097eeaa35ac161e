// <hearth-room>: one room, with what can be used in it and what can be read there.
import { LitElement, css, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { html, literal, type StaticValue } from "lit/static-html.js";

import type { Entity } from "../api/types";
import type { Deeds } from "../session/deeds";
import { climateOf, type Room, tileKind, type TileKind } from "../store/rooms";
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

/** The element of each kind, and whether it takes a whole row. */
const TILES: Record<TileKind, { tag: StaticValue; wide: boolean }> = {
  light: { tag: literal`hearth-light-tile`, wide: false },
  switch: { tag: literal`hearth-switch-tile`, wide: false },
  cover: { tag: literal`hearth-cover-tile`, wide: true },
  climate: { tag: literal`hearth-climate-tile`, wide: true },
  lock: { tag: literal`hearth-lock-tile`, wide: true },
  fan: { tag: literal`hearth-fan-tile`, wide: false },
  scene: { tag: literal`hearth-scene-tile`, wide: false },
  setting: { tag: literal`hearth-setting-tile`, wide: false },
};

class RoomCard extends LitElement {
  static override styles = [
    basics,
    card,
    css`
    header {
      align-items: baseline; display: flex; flex-wrap: wrap; gap: 4px 10px; justify-content: space-between;
      margin-bottom: 10px;
    }
    h3::first-letter { text-transform: uppercase; }
    .climate { color: var(--soft); font-size: .9rem; font-variant-numeric: tabular-nums; }
    .tiles {
      display: grid; gap: 8px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 124px), 1fr));
      grid-auto-flow: dense;
    }
    .wide { grid-column: 1 / -1; }
    .tiles + hearth-readings { margin-top: 10px; }
  `,
  ];
  static override properties = {
    room: { attribute: false },
    taps: { attribute: false },
    questions: { attribute: false },
    deeds: { attribute: false },
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
    const climate = climateOf(room)
      .map((one) => stateText(one.capability, one.state))
      .join(" · ");
    return html`<section class="card" aria-label=${room.name}>
      <header><h3>${room.name}</h3>${climate ? html`<span class="climate">${climate}</span>` : nothing}</header>
      ${
        used.length === 0
          ? nothing
          : html`<div class="tiles">
        ${repeat(
          used,
          (entity) => entity.entity,
          (entity) => this.tile(entity),
        )}</div>`
      }
      <hearth-readings .room=${room}></hearth-readings>
    </section>`;
  }

  private tile(entity: Entity) {
    const { taps, deeds, away } = this;
    const question = this.questions.get(entity.entity);
    const kind = tileKind(entity);
    if (kind === null) return nothing;
    const { tag, wide } = TILES[kind];
    return html`<${tag} class=${wide ? "wide" : ""} .entity=${entity} .taps=${taps} .question=${question}
      .deeds=${deeds}
      ?away=${away}></${tag}>`;
  }
}

customElements.define("hearth-room", RoomCard);
