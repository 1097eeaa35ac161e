// <hearth-timeline>: what happened, newest first.
import { LitElement, css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { TimelineItem } from "../api/types";
import type { Deeds } from "../session/deeds";
import type { Timeline } from "../store/state";
import { basics, buttons, card } from "./shared_styles";
import "./timeline_row";

const READING = "Reading the journal …";
const NOTHING_YET = "Nothing yet. Say something, or tap a lamp.";

class TimelineList extends LitElement {
  static override styles = [
    basics,
    card,
    buttons,
    css`
    .scroll {
      margin: 0 -6px; max-height: 44rem; overflow-y: auto; overscroll-behavior: contain; padding: 0 6px;
      scrollbar-width: thin;
    }
    li + li { border-top: 1px solid var(--line); }
    .older { display: flex; justify-content: center; padding: 10px 0 2px; }
    .empty { padding: 8px 0; }
  `,
  ];
  static override properties = {
    timeline: { attribute: false },
    deeds: { attribute: false },
    older: { attribute: false },
    away: { type: Boolean },
  };
  declare timeline: Timeline;
  declare deeds: Deeds;
  declare older: () => void;
  declare away: boolean;

  protected override render() {
    const { items, next, loading } = this.timeline;
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">What happened</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="title">
        ${items.length > 0 ? nothing : html`<p class="soft empty">${loading ? READING : NOTHING_YET}</p>`}
        <ol>${repeat(
          items,
          (item) => item.trace,
          (item) => html`<li>${this.row(item)}</li>`,
        )}</ol>
        ${
          next === null
            ? nothing
            : html`<div class="older">
          <button class="plain" ?disabled=${loading || this.away}
            @click=${this.older}>${loading ? "Loading …" : "Show older"}</button></div>`
        }
      </div></section>`;
  }

  private row(item: TimelineItem) {
    const { whys, undoing } = this.timeline;
    return html`<hearth-happening .item=${item} .why=${item.why === undefined ? undefined : whys.get(item.why)}
      ?undoing=${item.plan !== undefined && undoing.has(item.plan)}
      .deeds=${this.deeds} ?away=${this.away}></hearth-happening>`;
  }
}

customElements.define("hearth-timeline", TimelineList);
