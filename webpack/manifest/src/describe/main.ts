import { messageOf } from '@portico/errors';
import { describeBuild } from './describe-build.ts';
import { describeSource } from './describe-source.ts';
import type { DescribeAnswer, DescribeRequest } from './messages.ts';

// A process of its own, because the plugin's code runs here: whatever it does ends with it.
async function answer(request: DescribeRequest): Promise<DescribeAnswer> {
  try {
    const description = request.kind === 'source' ? await describeSource(request) : await describeBuild(request);
    return { description: JSON.parse(JSON.stringify(description)) as unknown };
  } catch (thrown) {
    return { fault: messageOf(thrown) };
  }
}

process.once('message', (request: DescribeRequest) => {
  void answer(request).then(reply => process.send?.(reply, () => process.exit(0)));
});
