/** How a section of a page looks: a surface of its own, with buttons and progress in it; how facts beside their names do, and fields. */
import { css } from 'lit';

export const sectionStyles = css`
  section {
    display: grid;
    gap: 12px;
    padding: 24px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }

  progress {
    inline-size: 100%;
    block-size: 12px;
    accent-color: var(--accent);
  }
`;

/** A list of facts, each beside its name. */
export const factStyles = css`
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 8px 16px;
  }

  dd {
    margin: 0;
  }
`;

/** A box to tick with its words beside it, and choices side by side, each under its name. */
export const fieldStyles = css`
  .check {
    display: flex;
    gap: 12px;
    align-items: center;
    min-block-size: 48px;
    font-weight: 650;
  }

  .check input {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    accent-color: var(--accent);
  }

  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
    gap: 16px;
  }

  .choices label {
    display: grid;
    gap: 4px;
    font-weight: 650;
  }
`;
