using Backoffice.Gateway;

await GatewayModule.Build(args, new()).RunAsync();
