using Backoffice.Archive.Tests;
using Backoffice.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(ArchiveSuites))]

namespace Backoffice.Archive.Tests;

public sealed class ArchiveSuites() : Suites(ArchiveModule.Module);
