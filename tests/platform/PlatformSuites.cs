using Backoffice.Coordination;
using Backoffice.Platform.Tests;
using Backoffice.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(PlatformSuites))]

namespace Backoffice.Platform.Tests;

/// <summary>A real service for what the platform does around every service.</summary>
public sealed class PlatformSuites() : Suites(CoordinationModule.Module);
