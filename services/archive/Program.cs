using Backoffice.Archive;

await ArchiveModule.Module.RunAsync(args);
