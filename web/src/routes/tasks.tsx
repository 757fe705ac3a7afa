export function TasksPage() {
  return <p>Tasks</p>;
}
