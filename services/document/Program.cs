using Backoffice.Document;

await DocumentModule.Module.RunAsync(args);
