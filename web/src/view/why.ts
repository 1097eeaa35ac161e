// <hearth-why>: the whole chain that led to something, newest first, with the evidence.
import { LitElement, css, html, nothing } from "lit";

import type { ChainLink } from "../api/types";
import type { Why } from "../store/state";
import { kindWord } from "../words/engine";
import { basics } from "./shared_styles";
import "./time_text";

class WhyPanel extends LitElement {
  static override styles = [
    basics,
    css`
    .why { background: var(--sunk); border-radius: 10px; margin: 6px 0 4px; padding: 12px 14px; }
    .answer { font-weight: 600; margin-bottom: 10px; }
    ol { border-left: 2px solid var(--line); margin-left: 5px; }
    li { padding: 0 0 12px 16px; position: relative; }
    li:last-child { padding-bottom: 0; }
    li::before {
      background: var(--sunk); border: 2px solid var(--ember); border-radius: 50%; content: ""; height: 8px; left: -5px;
      position: absolute; top: 6px; width: 8px; box-sizing: border-box;
    }
    .head { align-items: baseline; display: flex; flex-wrap: wrap; gap: 0 8px; }
    .kind { font-weight: 600; }
    .meta { color: var(--soft); font-size: .8rem; }
    .because { color: var(--soft); }
    .because li::before { display: none; }
    .because ul { border: 0; }
    h4 { font-size: .9rem; margin: 12px 0 4px; }
    .evidence li { padding: 2px 0; }
    .evidence li::before { display: none; }
    q { font-style: italic; }
  `,
  ];
  static override properties = { why: { attribute: false } };
  declare why: Why;

  protected override render() {
    const { explanation, error } = this.why;
    if (error !== null) return html`<div class="why bad" role="alert">${error}</div>`;
    if (explanation === null) return html`<div class="why soft" role="status">Looking through the journal …</div>`;
    return html`<div class="why" role="region" aria-label="Why">
      <p class="answer" role="status">${explanation.sentence}</p>
      <ol>${explanation.chain.map((link) => this.link(link))}</ol>
      ${
        explanation.evidence.length === 0
          ? nothing
          : html`<h4>Evidence</h4><ul class="evidence">
        ${explanation.evidence.map(
          (one) => html`<li><q>${one.quote}</q>
          ${one.id > 0 ? html`<span class="meta">entry ${one.id}</span>` : nothing}</li>`,
        )}</ul>`
      }
    </div>`;
  }

  private link(link: ChainLink) {
    const from = link.from.length > 0 ? ` · from ${link.from.join(", ")}` : "";
    return html`<li>
      <div class="head"><span class="kind">${kindWord(link.kind)}</span>
        <span class="meta">${link.kind} ${link.id} by ${link.origin}${from} · <hearth-time .at=${link.at}
          as="clock"></hearth-time></span></div>
      ${link.sentence ? html`<p>${link.sentence}</p>` : nothing}
      ${link.because.map(
        (reason) => html`<p class="because">because ${reason.what}
        <span class="meta">(${reason.faculty}${sure(reason.confidence)})</span></p>`,
      )}
    </li>`;
  }
}

/** Certainty goes without saying. */
function sure(confidence: number): string {
  return confidence < 0.995 ? `, ${Math.round(confidence * 100)} % sure` : "";
}

customElements.define("hearth-why", WhyPanel);
