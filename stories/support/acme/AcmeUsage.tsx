import { useUsageChart, useUsageTable } from '../../../src/index.js'
import './acme.css'

/** A page's own usage: its own bars and table, and the kit's hooks. */
export function AcmeUsage() {
  return (
    <section className="acme" aria-label="Acme usage">
      <AcmeDays />
      <AcmeCharges />
    </section>
  )
}

function AcmeDays() {
  const { state, days, total, services, others, active, listProps, dayProps } = useUsageChart({ days: 14, topServices: 2 })
  const most = Math.max(1, ...days.map(({ credits }) => credits))
  const shown = active === undefined ? undefined : days[active]
  if (state === 'loading') return <p>Counting</p>
  return (
    <>
      <output className="acme-row">
        {shown ? `${shown.label}: ${shown.amount}` : `${total.credits} credits in ${days.length} days`}
      </output>
      <div className="acme-bars" aria-label="Credits by day" {...listProps}>
        {days.map((day, index) => (
          <div key={day.start} className="acme-day" {...dayProps(index)}>
            <i style={{ blockSize: `${(day.credits / most) * 100}%` }} />
          </div>
        ))}
      </div>
      <ul>
        {services.map(({ service, label, credits }) => (
          <li key={service}>
            {label}: {credits}
          </li>
        ))}
        {others && <li>{`${others.services} more: ${others.credits}`}</li>}
      </ul>
    </>
  )
}

function AcmeCharges() {
  const { charges, count, more, showMore, columns, listRef, serviceLabel } = useUsageTable({ pageSize: 3 })
  return (
    <>
      <table aria-label="Charges">
        <tbody ref={listRef}>
          {charges.map((charge, index) => (
            <tr key={index} tabIndex={-1}>
              <th scope="row">{serviceLabel(charge)}</th>
              {columns.has('source') && <td>{charge.source}</td>}
              <td>{charge.credits}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <button type="button" className="acme-button" onClick={showMore}>
          {charges.length} of {count}: {more} more
        </button>
      )}
    </>
  )
}
