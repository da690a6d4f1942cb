using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Backoffice.Platform.Hosting;

/// <summary>Binds and checks options before anything is built; one exception names every variable that is wrong.</summary>
public static class OptionsReader
{
    /// <exception cref="OptionsValidationException">With one line for each wrong value, by the name of its environment variable.</exception>
    public static TOptions Read<TOptions>(IConfiguration configuration, string section, TOptions? defaults = null) where TOptions : class, new()
    {
        var options = defaults ?? new TOptions();
        configuration.GetSection(section).Bind(options);
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true))
            throw new OptionsValidationException(section, typeof(TOptions), problems.Select(p => $"{section}__{p.MemberNames.FirstOrDefault()}: {p.ErrorMessage}"));
        return options;
    }
}
