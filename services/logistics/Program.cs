using Backoffice.Logistics;

await LogisticsModule.Module.RunAsync(args);
