import type { Renders } from '../../../src/index.js'
import './acme.css'

/** Elements of a page's own design system, in place of the widgets'. */
export const acmeRenders: Renders = {
  button: ({ className = '', ...props }, { variant }) => (
    // oxlint-disable-next-line react/button-has-type -- as it is handed
    <button {...props} className={`acme-button ${className}`} data-look={variant} data-acme="button" />
  ),
  iconButton: ({ className = '', ...props }) => (
    // oxlint-disable-next-line react/button-has-type -- as it is handed
    <button {...props} className={`acme-button ${className}`} data-acme="icon-button" />
  ),
  input: ({ className = '', ...props }) => <input {...props} className={`acme-box ${className}`} data-acme="input" />,
  select: ({ className = '', ...props }) => <select {...props} className={`acme-box ${className}`} data-acme="select" />,
  textarea: ({ className = '', ...props }) => <textarea {...props} className={`acme-box ${className}`} data-acme="textarea" />,
  field: (props, { label, controlId, help, helpId, error, errorId, count, control }) => (
    <div {...props} className="acme-field" data-acme="field">
      <label htmlFor={controlId}>{label}</label>
      {control}
      {help && <div id={helpId}>{help}</div>}
      {error && <strong id={errorId}>{error}</strong>}
      {count}
    </div>
  ),
  notice: (props, { title, text, action, role }) => (
    <div {...props} className="acme-note" data-acme="notice">
      <div role={role}>
        <b>{title}</b> {text}
      </div>
      {action}
    </div>
  ),
  pill: (props) => <span {...props} data-acme="pill" />,
  card: (props) => <section {...props} className="acme" data-acme="card" />,
  title: ({ children, ...props }, { level }) => {
    const Heading = `h${level}` as const
    return (
      <Heading {...props} data-acme="title">
        {children}
      </Heading>
    )
  },
}
