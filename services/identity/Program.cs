using Backoffice.Identity;

await IdentityModule.Module.RunAsync(args);
