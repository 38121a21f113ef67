import './Mark.css';

/** The product's sign beside its name. */
export const Mark = () => (
  <span className="mark" aria-hidden="true">
    直
  </span>
);
