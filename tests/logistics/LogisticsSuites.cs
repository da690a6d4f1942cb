using Backoffice.Logistics.Tests;
using Backoffice.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(LogisticsSuites))]

namespace Backoffice.Logistics.Tests;

public sealed class LogisticsSuites() : Suites(LogisticsModule.Module);
