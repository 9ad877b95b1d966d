import { describe, expect, test } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router';
import { Markdown } from './markdown.tsx';
import type { MarkdownProps } from './markdown.tsx';

function Place() {
  const { pathname, search, hash } = useLocation();
  return <output>{pathname + search + hash}</output>;
}

async function show(text: string, props: Partial<MarkdownProps> = {}): Promise<HTMLElement> {
  const { container } = render(
    <MemoryRouter>
      <Markdown text={text} {...props} />
      <Place />
    </MemoryRouter>,
  );
  await waitFor(() => expect(container.firstElementChild).toHaveAttribute('aria-busy', 'false'));
  return container.firstElementChild as HTMLElement;
}

const hostile = [
  '<script>window.broken = true</script>',
  '<img src=x onerror="window.broken = true">',
  '<svg onload="window.broken = true"><script>window.broken = true</script></svg>',
  '<iframe src="https://evil.example/"></iframe>',
  '<a href="javascript:window.broken = true">x</a>',
  '[x](javascript:window.broken=true)',
  '[x](JaVaScRiPt:window.broken=true)',
  '[x](java&#x09;script:window.broken=true)',
  '[x](&#106;avascript:window.broken=true)',
  '[x](vbscript:x)',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](file:///etc/passwd)',
  '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '![x](javascript:window.broken=true)',
  '<form action="https://evil.example/"><button>go</button><input name=password></form>',
  '<style>body { display: none }</style><p style="position:fixed;inset:0">x</p>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.broken=true&gt;">',
  '<p id="location" name="cookie" class="overlay" data-action="x" aria-label="x">x</p>',
  '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example/"><link rel=stylesheet href=x>',
  '<object data="x"></object><embed src="x"><video src="x" onerror="window.broken = true"></video>',
  '<noscript><p title="</noscript><img src=x onerror=window.broken=true>">',
  '<a href="https://ok.example/" onclick="window.broken = true" target="_self">x</a>',
];
const allowedAttributes = new Set(
  'align alt aria-label colspan height href loading open referrerpolicy rel role rowspan src start tabindex target title width'.split(' '),
);

describe('Markdown', () => {
  test.each(hostile)('takes the sting out of %j', async text => {
    const root = await show(`before\n\n${text}\n\nafter`);
    expect('broken' in window).toBe(false);
    expect(root.querySelector('script, style, iframe, object, embed, form, button, input, svg, math, video, base, meta, link')).toBeNull();
    for (const element of root.querySelectorAll('*')) {
      expect(element.getAttributeNames().filter(name => !allowedAttributes.has(name))).toEqual([]);
      for (const name of ['href', 'src']) {
        const address = element.getAttribute(name);
        if (address !== null) expect(new URL(address, 'https://here.example/').protocol).toMatch(/^(https?|mailto):$/);
      }
    }
    expect(root).toHaveTextContent(/^before/);
  });

  test('opens links of other sites in a new tab, without a way back, and leaves those of the portal', async () => {
    await show('[out](https://docs.example.com/a) [near](//docs.example.com/b) [in](/catalog) [write](mailto:a@example.com) [part](#x)');
    for (const name of ['out', 'near']) {
      expect(screen.getByRole('link', { name })).toHaveAttribute('target', '_blank');
      expect(screen.getByRole('link', { name })).toHaveAttribute('rel', 'noopener noreferrer');
    }
    for (const [name, href] of [['in', '/catalog'], ['write', 'mailto:a@example.com'], ['part', '#x']] as const) {
      expect(screen.getByRole('link', { name })).not.toHaveAttribute('target');
      expect(screen.getByRole('link', { name })).toHaveAttribute('href', href);
    }
  });

  test('reads relative links and images from the address of the file', async () => {
    await show('[more](docs/more.md) ![plan](./plan.png)', { baseUrl: 'https://git.example.com/shop/README.md' });
    expect(screen.getByRole('link', { name: 'more' })).toHaveAttribute('href', 'https://git.example.com/shop/docs/more.md');
    const image = screen.getByRole('img', { name: 'plan' });
    expect(image).toHaveAttribute('src', 'https://git.example.com/shop/plan.png');
    expect(image).toHaveAttribute('referrerpolicy', 'no-referrer');
  });

  test('fits headings under those of the page', async () => {
    await show('# One\n\n## Two\n\n###### Six', { headingLevel: 3 });
    expect(screen.getByRole('heading', { name: 'One', level: 3 })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Two', level: 4 })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Six', level: 6 })).toBeVisible();
  });

  test('shows lists, tables, code and tasks', async () => {
    await show('- a\n- b\n\n| x | y |\n|---|--:|\n| 1 | 2 |\n\n```yaml\na: 1\n```\n\n- [x] tested\n- [ ] shipped');
    expect(screen.getAllByRole('listitem')).toHaveLength(4);
    expect(screen.getByRole('columnheader', { name: 'x' })).toBeVisible();
    expect(screen.getByText('a: 1')).toBeVisible();
    expect(screen.getByRole('img', { name: 'Done:' })).toBeVisible();
    expect(screen.getByRole('img', { name: 'To do:' })).toBeVisible();
  });

  test('shows the new text when it changes', async () => {
    const { rerender } = render(<Markdown text="**one**" />, { wrapper: MemoryRouter });
    expect(await screen.findByText('one')).toBeVisible();
    rerender(<Markdown text="*two*" />);
    expect(await screen.findByText('two')).toBeVisible();
    expect(screen.queryByText('one')).toBeNull();
  });

  test('opens links to pages of the portal without a reload, and leaves all others to the browser', async () => {
    const user = userEvent.setup();
    await show('[catalog](/catalog?kind=api#list) [file](/api/files/x.pdf) [outside](https://outside.example/)');
    await user.click(screen.getByRole('link', { name: 'catalog' }));
    expect(screen.getByRole('status')).toHaveTextContent('/catalog?kind=api#list');
    const left: string[] = [];
    document.addEventListener('click', event => {
      if (!event.defaultPrevented) left.push((event.target as HTMLElement).textContent);
      event.preventDefault();
    });
    await user.click(screen.getByRole('link', { name: 'file' }));
    await user.click(screen.getByRole('link', { name: 'outside' }));
    await user.keyboard('{Control>}');
    await user.click(screen.getByRole('link', { name: 'catalog' }));
    expect(left).toEqual(['file', 'outside', 'catalog']);
  });
});
