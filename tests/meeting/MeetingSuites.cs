using Backoffice.Meeting.Tests;
using Backoffice.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(MeetingSuites))]

namespace Backoffice.Meeting.Tests;

public sealed class MeetingSuites() : Suites(MeetingModule.Module);
