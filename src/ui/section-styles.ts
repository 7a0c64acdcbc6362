/** How a section of a page looks: a surface of its own, with buttons and progress in it; and how facts beside their names do. */
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
