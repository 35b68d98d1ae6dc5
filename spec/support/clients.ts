/** The real AWS clients, pointed at a local endpoint with made-up credentials. */

import { SESClient } from '@aws-sdk/client-ses';
import { SESv2Client } from '@aws-sdk/client-sesv2';

// The SDK's reminder that it drops Node 20 in January 2027 would stand in every run's output.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

/** A client of the v1 API. Its owner calls `destroy()`. */
export function sesV1Client(endpoint: string): SESClient {
  return new SESClient(settings(endpoint));
}

/** A client of the v2 API. Its owner calls `destroy()`. */
export function sesV2Client(endpoint: string): SESv2Client {
  return new SESv2Client(settings(endpoint));
}

interface Settings {
  readonly endpoint: string;
  readonly region: string;
  readonly maxAttempts: number;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

function settings(endpoint: string): Settings {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return { endpoint, region: 'us-east-1', maxAttempts: 1, credentials };
}
