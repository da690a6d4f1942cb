using Backoffice.Coordination;

await CoordinationModule.Module.RunAsync(args);
