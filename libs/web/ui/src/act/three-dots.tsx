/** The mark of a menu of further acts; the button around it carries the name. */
export const ThreeDots = () => (
  <svg className="kz-dots" width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true" focusable="false">
    <circle cx="8" cy="3" r="1.3" />
    <circle cx="8" cy="8" r="1.3" />
    <circle cx="8" cy="13" r="1.3" />
  </svg>
);
