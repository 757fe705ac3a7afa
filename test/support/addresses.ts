/** What is read of each tracked noun but figures and progress, whole. */
export const nounAddresses = [
  "/api/areas",
  "/api/indicators",
  "/api/calibers",
  "/api/documents",
  "/api/departments",
  "/api/tasks",
  "/api/targets",
];
