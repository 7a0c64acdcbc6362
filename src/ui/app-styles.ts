/** How the shell lays itself out: rail at the side on wide screens, at the bottom on small and narrow ones. */
import { css } from 'lit';

export const appStyles = css`
  :host {
    display: block;
    block-size: 100dvh;
    background: var(--ground);
  }

  .shell {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / auto minmax(0, 1fr);
    block-size: 100%;
  }

  nav {
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding: 16px 8px;
    border-inline-end: 1px solid var(--line);
  }

  .tab {
    display: grid;
    gap: 4px;
    justify-items: center;
    min-inline-size: 96px;
    padding: 8px;
    border: 0;
    background: none;
    color: var(--muted);
    font-size: 0.875rem;
  }

  .tab[aria-current] {
    background: var(--sunken);
    color: var(--text);
  }

  .with-camera {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr) minmax(20rem, 32%);
    gap: 16px;
    padding: 16px;
    min-block-size: 0;
  }

  .with-camera.first-run {
    grid-template: auto minmax(0, auto) / minmax(0, 48rem);
    place-content: center;
  }

  .first-run .panel {
    grid-row: 1;
  }

  .panel {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: 16px;
    min-block-size: 0;
  }

  .details {
    display: grid;
    gap: 16px;
    align-content: start;
    overflow: auto;
    padding: 4px;
    margin: -4px;
  }

  .page {
    display: grid;
    gap: 16px;
    align-content: start;
    overflow: auto;
    padding: 24px;
    max-inline-size: 72rem;
    inline-size: 100%;
    margin-inline: auto;
  }

  .loading {
    display: grid;
    gap: 8px;
  }

  progress {
    inline-size: 100%;
    block-size: 12px;
    accent-color: var(--accent);
  }

  .toast {
    position: absolute;
    inset-block-end: 32px;
    /* Over the picture, clear of the buttons beside it. */
    inset-inline-start: calc(112px + 32px);
    max-inline-size: calc(60% - 112px);
    display: flex;
    gap: 16px;
    align-items: center;
    padding-block: 12px 16px;
    padding-inline: 24px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: hidden;
    z-index: 1;
  }

  .toast p {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .drop-here {
    position: absolute;
    inset: 8px;
    display: grid;
    place-items: center;
    padding: 24px;
    border: 4px dashed var(--accent);
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--ground) 85%, transparent);
    font-size: 1.5rem;
    font-weight: 650;
    text-align: center;
    pointer-events: none;
    z-index: 2;
  }

  .time-left {
    position: absolute;
    inset-block-end: 0;
    inset-inline-start: 0;
    block-size: 4px;
    inline-size: 100%;
    background: var(--accent);
    transform-origin: left;
    animation: run-out 10s linear forwards;
  }

  .time-left:dir(rtl) {
    transform-origin: right;
  }

  @keyframes run-out {
    to {
      transform: scaleX(0);
    }
  }

  @media (max-width: 900px), (max-height: 560px) {
    .shell {
      grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    }

    nav {
      grid-row: 2;
      flex-direction: row;
      justify-content: space-around;
      padding: 4px;
      border-inline-end: 0;
      border-block-start: 1px solid var(--line);
    }

    .tab {
      flex: 1;
      min-inline-size: 48px;
      gap: 0;
      padding: 2px;
      font-size: 0.75rem;
    }

    .with-camera {
      grid-template-columns: minmax(0, 1fr) minmax(17rem, 42%);
      gap: 12px;
      padding: 12px;
    }

    .panel {
      gap: 8px;
    }

    .page {
      padding: 16px;
    }

    .toast {
      inset-block-end: 80px;
      inset-inline-start: 24px;
      max-inline-size: 52%;
    }
  }

  @media (orientation: portrait) and (max-width: 900px) {
    .with-camera {
      grid-template: minmax(0, 1fr) minmax(0, 1fr) / minmax(0, 1fr);
    }

    .toast {
      inset-block: 64px auto;
      max-inline-size: calc(100% - 48px);
    }
  }
`;
