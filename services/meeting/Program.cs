using Backoffice.Meeting;

await MeetingModule.Module.RunAsync(args);
