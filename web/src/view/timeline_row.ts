// <hearth-happening>: one thing that was said or done, with "why" and "undo".
import { LitElement, css, html, nothing } from "lit";

import type { TimelineItem } from "../api/types";
import type { Deeds } from "../session/deeds";
import type { Why } from "../store/state";
import { happeningOf, type Sentence, stillAsked } from "../words/happening";
import { houseClock } from "./house_clock";
import { type IconName, icon } from "./icons";
import { basics, buttons } from "./shared_styles";
import "./time_text";
import "./why";

const SIGNS: Record<TimelineItem["kind"], IconName> = {
  request: "talk",
  tap: "tap",
  hand: "hand",
  unasked: "timer",
  house: "house",
};

class TimelineRow extends LitElement {
  static override styles = [
    basics,
    buttons,
    css`
    .row { display: grid; gap: 0 10px; grid-template-columns: 22px minmax(0, 1fr); padding: 10px 0; }
    .sign { color: var(--soft); padding-top: 1px; }
    .head { align-items: baseline; display: flex; gap: 10px; justify-content: space-between; }
    .headline { font-weight: 600; min-width: 0; overflow-wrap: anywhere; }
    hearth-time { color: var(--soft); flex: none; font-size: .82rem; font-variant-numeric: tabular-nums; }
    .acts { display: flex; flex-wrap: wrap; gap: 2px 6px; margin-left: -6px; }
    .mark { color: var(--soft); font-size: .87rem; padding: 4px 6px; }
    summary { color: var(--soft); cursor: pointer; font-size: .87rem; }
    li { padding-left: 12px; }
  `,
  ];
  static override properties = {
    item: { attribute: false },
    why: { attribute: false },
    undoing: { type: Boolean },
    deeds: { attribute: false },
    away: { type: Boolean },
  };
  declare item: TimelineItem;
  declare why: Why | undefined;
  declare undoing: boolean;
  declare deeds: Deeds;
  declare away: boolean;

  protected override render() {
    const { item } = this;
    const { headline, sentences, steps } = happeningOf(item);
    return html`<article class="row">
      <span class="sign">${icon(SIGNS[item.kind] ?? "house", 20)}</span>
      <div>
        <div class="head"><span class="headline">${headline}</span><hearth-time .at=${item.at}
          as="clock"></hearth-time></div>
        ${sentences.map((one) => this.sentence(one))}
        ${
          steps.length === 0
            ? nothing
            : html`<details ?open=${steps.length < 3}>
          <summary>${steps.length === 1 ? "The step" : `${steps.length} steps`}</summary>
          <ul>${steps.map((one) => html`<li>${this.sentence(one)}</li>`)}</ul></details>`
        }
        ${this.question()}
        ${this.acts(headline)}
        ${this.why === undefined ? nothing : html`<hearth-why .why=${this.why}></hearth-why>`}
      </div></article>`;
  }

  private sentence({ text, bad }: Sentence) {
    return html`<p class=${bad ? "bad" : ""}>${text}</p>`;
  }

  private question() {
    const { asked } = this.item;
    if (asked === undefined || this.deeds.owns(asked.conversation) || !stillAsked(this.item, houseClock.now()))
      return nothing;
    return html`<p class="soft">Waits for an answer where it was asked: ${asked.choices.join(", ")}.</p>`;
  }

  private acts(headline: string) {
    const { item } = this;
    const { why, plan } = item;
    const undoable = item.undoable === true && plan !== undefined && item.undone_by === undefined;
    if (why === undefined && !undoable && item.undone_by === undefined) return nothing;
    return html`<div class="acts">
      ${
        why === undefined
          ? nothing
          : html`<button class="link" aria-expanded=${this.why !== undefined}
        aria-label=${`Why: ${headline}`} ?disabled=${this.away && this.why === undefined}
        @click=${() => void this.deeds.why(why)}>${this.why === undefined ? "Why?" : "Hide why"}</button>`
      }
      ${
        !undoable
          ? nothing
          : html`<button class="link" aria-label=${`Undo: ${headline}`} ?disabled=${this.away || this.undoing}
        @click=${() => void this.deeds.undo(plan)}>Undo</button>`
      }
      ${item.undone_by === undefined ? nothing : html`<span class="mark">taken back</span>`}
    </div>`;
  }
}

customElements.define("hearth-happening", TimelineRow);
