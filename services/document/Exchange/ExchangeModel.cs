using Backoffice.Document.ExchangePartners;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Exchange;

/// <summary>Tables of the exchange with other installations.</summary>
internal static class ExchangeModel
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<ExchangePartner>(e =>
        {
            e.ToTable("exchange_partners").HasKey(p => p.Id);
            e.HasIndex(p => new { p.CreateTime, p.Id });
            // Whom a package is believed to come from is one organ, and one only.
            e.HasIndex(p => p.CreditCode).IsUnique().HasFilter("retire_time IS NULL");
            e.HasIndex(p => p.CertificateSha256).IsUnique().HasFilter("retire_time IS NULL");
        });
        model.Entity<SentPackage>().ToTable("exchange_sent_packages").HasKey(p => p.DispatchId);
        model.Entity<ReceivedPackage>(e =>
        {
            e.ToTable("exchange_received_packages").HasKey(p => new { p.CreditCode, p.DispatchId });
            e.HasIndex(p => p.IncomingDocumentId).IsUnique();
        });
    }
}
