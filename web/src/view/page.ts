// <hearth-page>: the whole page. It alone watches the store; every part gets its slice and draws when that changed.
import { LitElement, css, html, nothing } from "lit";

import type { Session } from "../session/session";
import type { HouseWatch } from "../session/watch_house";
import { RoomGrouper, type Room } from "../store/rooms";
import type { State } from "../store/state";
import "./house_health";
import "./live_graph";
import "./notices";
import "./pledges";
import "./room_card";
import { basics, buttons } from "./shared_styles";
import "./talk";
import "./timeline";
import "./token_form";
import "./top_bar";

export class Page extends LitElement {
  static override styles = [
    basics,
    buttons,
    css`
    .page { margin: 0 auto; max-width: 1480px; padding: 0 24px 40px; }
    .skip { background: var(--card); left: 8px; padding: 8px 14px; position: absolute; top: -60px; z-index: 20; }
    .skip:focus { top: 8px; }
    main {
      display: grid; gap: 16px; grid-template-areas: "rooms side" "engine engine" "health health";
      grid-template-columns: minmax(0, 1fr) 390px;
    }
    .rooms { grid-area: rooms; min-width: 0; }
    .side { display: flex; flex-direction: column; gap: 16px; grid-area: side; min-width: 0; }
    #engine { grid-area: engine; min-width: 0; scroll-margin-top: 12px; }
    hearth-health { grid-area: health; }
    #talk, #timeline, #rooms { scroll-margin-top: 12px; }
    .storey + .storey { margin-top: 18px; }
    .storey > h2 { color: var(--soft); font-size: .9rem; font-weight: 600; margin: 0 2px 8px; }
    .grid { column-gap: 14px; columns: 292px; margin-bottom: -14px; }
    hearth-room { break-inside: avoid; padding-bottom: 14px; }
    .away .rooms { filter: saturate(.4); }
    .away hearth-graph, .away hearth-health { opacity: .5; }
    .updated {
      background: var(--glow); border: 1px solid var(--glow-line); border-radius: 12px; margin-bottom: 14px;
      padding: 8px 16px;
    }
    .empty { padding: 30px 8px; }
    @media (max-width: 1023px) {
      .page { padding: 0 16px 32px; }
      main { grid-template-areas: "talk" "rooms" "past" "engine" "health"; grid-template-columns: minmax(0, 1fr); }
      .side { display: contents; }
      #talk { grid-area: talk; }
      .past { grid-area: past; }
    }
    .past { display: flex; flex-direction: column; gap: 16px; min-width: 0; }
    @media (max-width: 479px) { .page { padding: 0 10px 28px; } main, .past { gap: 12px; } }
  `,
  ];
  static override properties = { session: { attribute: false }, house: { attribute: false } };
  declare session: Session | undefined;
  declare house: HouseWatch | undefined;
  private readonly grouper = new RoomGrouper();
  private unwatch: (() => void) | null = null;
  private readonly older = () => void this.session?.loadOlder();
  private readonly show = (visible: boolean) => this.house?.showGraph(visible);
  private readonly go = (part: string) => this.goTo(part);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
    this.unwatch = null;
  }

  protected override render() {
    const { session } = this;
    if (session === undefined) return nothing;
    this.unwatch ??= session.store.watch(() => this.requestUpdate());
    const { state } = session.store;
    if (state.link.phase === "locked") {
      return html`<div class="page"><hearth-token-form ?refused=${state.link.refused}
        .enter=${(token: string) => session.useToken(token)}></hearth-token-form></div>`;
    }
    const away = state.link.phase !== "live";
    return html`<div class=${away && state.home !== null ? "page away" : "page"}>
      <button class="skip plain" @click=${() => this.goTo("rooms")}>To the rooms</button>
      <hearth-top-bar .link=${state.link} .name=${state.home?.name} .go=${this.go}></hearth-top-bar>
      <hearth-away .link=${state.link} ?loaded=${state.home !== null}
        .retry=${() => session.retryNow()}></hearth-away>
      ${
        state.updated
          ? html`<p class="updated" role="status">Hearth was updated.
        <button class="link" @click=${() => location.reload()}>Load the new page</button></p>`
          : nothing
      }
      ${state.home === null ? nothing : this.parts(state, session, away)}
      <hearth-notices .notices=${state.notices} .deeds=${session.deeds} ?away=${away}></hearth-notices>
    </div>`;
  }

  private parts(state: State, session: Session, away: boolean) {
    const home = state.home!;
    const { deeds } = session;
    const storeys = this.grouper.group(state.entities, home.areas, home.floors);
    return html`<main>
      <div class="rooms" id="rooms">
        ${storeys.length > 0 ? nothing : html`
          <p class="soft empty">No devices yet. They appear here as soon as a door finds them.</p>`}
        ${storeys.map(
          (storey) => html`<section class="storey" aria-label=${storey.name ?? "Rooms"}>
          ${storey.name === null && storeys.length === 1 ? nothing : html`<h2>${storey.name ?? "Elsewhere"}</h2>`}
          <div class="grid">${storey.rooms.map((room) => this.room(room, state, session, away))}</div></section>`,
        )}
      </div>
      <div class="side">
        <hearth-talk id="talk" .lines=${state.lines} .areas=${home.areas} .deeds=${deeds} ?away=${away}></hearth-talk>
        <div class="past">
          <hearth-pledges .pledges=${state.pledges} .deeds=${deeds} ?away=${away}></hearth-pledges>
          <hearth-timeline id="timeline" .timeline=${state.timeline} .deeds=${deeds} .older=${this.older}
            ?away=${away}></hearth-timeline>
        </div>
      </div>
      <hearth-graph id="engine" .graph=${state.graph} .show=${this.show}></hearth-graph>
      <hearth-health .health=${state.health}></hearth-health>
    </main>`;
  }

  private room(room: Room, state: State, session: Session, away: boolean) {
    return html`<hearth-room .room=${room} .taps=${state.taps} .questions=${state.tapQuestions}
      .deeds=${session.deeds}
      ?away=${away}></hearth-room>`;
  }

  private goTo(part: string): void {
    const element = this.renderRoot.querySelector<HTMLElement>(`#${part}`);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!element) return;
    element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
    // Only for now: whoever goes on with Tab skips all that is inside an element with such an index.
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.removeAttribute("tabindex");
  }
}

customElements.define("hearth-page", Page);
