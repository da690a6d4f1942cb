using Backoffice.Coordination.Tests;
using Backoffice.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(CoordinationSuites))]

namespace Backoffice.Coordination.Tests;

public sealed class CoordinationSuites() : Suites(CoordinationModule.Module);
