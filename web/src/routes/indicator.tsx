export function IndicatorPage() {
  return <p>Indicator</p>;
}
