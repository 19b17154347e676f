using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Configuration;

namespace PhuSa.Files.Store;

/// <summary>Contents in a bucket of any store that speaks S3. Configured by <c>Files:S3:Bucket</c>, <c>Endpoint</c>, <c>AccessKey</c>, <c>SecretKey</c>, <c>Region</c>, <c>PathStyle</c>.</summary>
internal sealed class S3Store : IContentStore, IDisposable
{
    private readonly AmazonS3Client _client;
    private readonly string _bucket;
    private readonly string _prefix;

    public S3Store(IConfiguration configuration)
    {
        var section = configuration.GetSection("Files:S3");
        _bucket = section["Bucket"]!;
        _prefix = section["Prefix"] ?? "";
        var settings = new AmazonS3Config
        {
            ForcePathStyle = section.GetValue("PathStyle", defaultValue: true),
            // A person waits for the answer: a store that is gone is told within a minute, not within ten.
            Timeout = TimeSpan.FromSeconds(section.GetValue("TimeoutSeconds", defaultValue: 30)),
            MaxErrorRetry = 1,
            AuthenticationRegion = section["Region"] ?? "us-east-1",

            // Stores other than Amazon's do not know the checksums that the SDK would add by itself.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (section["Endpoint"] is { Length: > 0 } endpoint)
        {
            settings.ServiceURL = endpoint;
        }
        else
        {
            settings.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(settings.AuthenticationRegion);
        }

        _client = section["AccessKey"] is { Length: > 0 } key
            ? new AmazonS3Client(new BasicAWSCredentials(key, section["SecretKey"]), settings)
            : new AmazonS3Client(settings);
    }

    public static bool IsConfigured(IConfiguration configuration) => !string.IsNullOrEmpty(configuration["Files:S3:Bucket"]);

    public async Task<bool> HasAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            _ = await _client.GetObjectMetadataAsync(_bucket, _prefix + key, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    public async Task PutAsync(string key, TemporaryFile file, CancellationToken cancellationToken)
    {
        await file.Stream.FlushAsync(cancellationToken);
        file.Stream.Position = 0;
        _ = await _client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = _bucket,
                Key = _prefix + key,
                InputStream = file.Stream,
                AutoCloseStream = false,
                ContentType = "application/octet-stream",
                UseChunkEncoding = false,
            },
            cancellationToken);
    }

    public Task<Stream> OpenAsync(string key, long length, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new S3Reading(_client, _bucket, _prefix + key, length));

    public Task RemoveAsync(string key, CancellationToken cancellationToken) => _client.DeleteObjectAsync(_bucket, _prefix + key, cancellationToken);

    public async IAsyncEnumerable<string> OlderThanAsync(DateTime utc, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = _prefix };
        ListObjectsV2Response page;
        do
        {
            page = await _client.ListObjectsV2Async(request, cancellationToken);
            foreach (var found in page.S3Objects ?? [])
            {
                var key = found.Key[_prefix.Length..];
                if (StoreKeys.IsKey(key) && found.LastModified?.ToUniversalTime() < utc)
                {
                    yield return key;
                }
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    public void Dispose() => _client.Dispose();
}
