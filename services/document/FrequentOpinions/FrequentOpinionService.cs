using Backoffice.Platform.Hosting;

namespace Backoffice.Document.FrequentOpinions;

/// <summary>The rpcs of frequent opinions; one file each.</summary>
internal sealed partial class FrequentOpinionService(DocumentDb db, OpinionDesk opinions, OfficeClock clock) : V1.FrequentOpinionService.FrequentOpinionServiceBase;
