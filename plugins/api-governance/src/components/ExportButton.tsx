import { useState } from 'react';
import { Button, Flex, Text } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { saveText } from '../lib/saveText';

/** Writes the whole filtered list, not just the page on screen, to a file. */
export function ExportButton(props: { fileName: string; read: () => Promise<string> }) {
  const { fileName, read } = props;
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const run = async () => {
    setPending(true);
    setFailure(undefined);
    try {
      saveText(fileName, 'text/csv;charset=utf-8', await read());
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setPending(false);
    }
  };
  return (
    <Flex align="center" gap="2">
      {failure && (
        <Text color="danger" role="alert">
          The export failed: {failure}
        </Text>
      )}
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiDownloadLine />}
        isPending={pending}
        onPress={run}
      >
        Export CSV
      </Button>
    </Flex>
  );
}
