import { afterBlank, atLineStart, block, blockLike, leave, line, lineLike, skip, skipTo, switchTo } from '../rules.js';
import { blockScalar, dollarQuoted, part, section } from '../parts.js';
import { hereDocument, multiline, quoted, verbatim } from '../strings.js';
import { Syntax } from '../syntax.js';
import { css, less, scss, script } from './braces.js';
import type { Language } from './language.js';

const scriptSyntax = new Syntax(script);
const styles = { css: new Syntax(css), scss: new Syntax(scss), less: new Syntax(less) };

const comment = block('<!--', '-->');

/** What the tag says that a section holds. */
function attribute(attributes: string, name: string): string {
  return new RegExp(`\\b${name}\\s*=\\s*["']?([^"'\\s>]+)`, 'i').exec(attributes)?.[1]?.toLowerCase() ?? '';
}

const isScript = /^$|script|module|babel|^jsx$|^tsx?$/;

function sections(closeless?: string) {
  return [
    section('script', (tag) => (isScript.test(attribute(tag, 'type')) ? scriptSyntax : templateOf(tag)), closeless),
    section(
      'style',
      (tag) => {
        const language = attribute(tag, 'lang') || attribute(tag, 'type');
        if (/less/.test(language)) return styles.less;
        return /s[ac]ss|styl/.test(language) ? styles.scss : styles.css;
      },
      closeless,
    ),
  ];
}

/** Scripts may hold pages for later. */
function templateOf(tag: string): Syntax | undefined {
  return /html|template|handlebars|x-/.test(attribute(tag, 'type')) ? page : undefined;
}

const html = [comment, ...sections()];
const page: Syntax = new Syntax(html);

const templateMarks = [
  block('{#', '#}', { ahead: '(?![a-z]+[ }])' }),
  blockLike('{', '\\{%-?[ \\t]*comment\\b[^%\\n]{0,80}%\\}', '\\{%-?[ \\t]*endcomment\\b[^%\\n]{0,80}%\\}'),
];

const phpCode: Syntax = new Syntax([
  leave('?', '\\?>'),
  // The end of PHP ends its comments too.
  lineLike('/', '\\/\\/', '?>'),
  lineLike('#', '#(?!\\[)', '?>'),
  block('/*', '*/'),
  quoted('"', { ...multiline, holes: [{ open: '{$', close: '}' }] }),
  quoted("'", multiline),
  quoted('`', multiline),
  hereDocument(
    '<',
    `<<<[ \\t]*(?:[A-Za-z_]\\w{0,80}|"[^"\\n\\r]{1,80}"|'[^'\\n\\r]{1,80}')(?=[ \\t]*$)`,
    () => true,
    '\\b',
  ),
]);

const sql: Syntax = new Syntax([
  line('--'),
  block('/*', '*/'),
  lineLike('#', `${atLineStart}#(?=\\s)`),
  quoted("'", { ...multiline, doubled: true }, '(?<=\\b[eE])'),
  // MySQL escapes by a backslash, others do not: it stands before a letter where it does.
  skip("'", "'(?:\\\\')'"),
  quoted("'", { lines: true, doubled: true }),
  quoted('"', { lines: true, doubled: true }),
  quoted('`', verbatim),
  dollarQuoted(() => sql),
]);

/** Pages, templates of pages, data, and what holds parts in other languages. */
export const markupLanguages: readonly Language[] = [
  {
    name: 'HTML',
    ids: ['html', 'vue-html', 'html-eex', 'aspnetcorerazor-html', 'angular', 'ng-template'],
    endings: ['html', 'htm', 'xhtml', 'shtml', 'wxml'],
    rules: html,
  },
  { name: 'Vue', ids: ['vue'], endings: ['vue'], rules: html },
  { name: 'Svelte', ids: ['svelte'], endings: ['svelte'], rules: html },
  {
    name: 'Astro',
    ids: ['astro', 'mdx'],
    endings: ['astro'],
    rules: [
      part('-', '(?<![^])---(?=[ \\t]*$)', /^---/gm, () => scriptSyntax, 3),
      block('/*', '*/', { behind: '(?<=\\{)' }),
      ...html,
    ],
  },
  {
    name: 'XML',
    ids: ['xml', 'xsl', 'svg', 'dtd', 'xaml', 'axaml', 'msbuild', 'plist'],
    endings:
      'xml xsl xslt xsd svg xaml axaml csproj vbproj fsproj vcxproj props targets resx wsdl plist rss atom dtd rng xul storyboard xib nuspec config kml gpx xlf xliff jelly tld fxml iml ui qrc ditamap dita wixproj proj'.split(
        ' ',
      ),
    files: ['web.config', 'app.config', 'nuget.config', 'packages.config'],
    rules: [skipTo('<', '<!\\[CDATA\\[', ']]>'), comment],
  },
  {
    name: 'PHP',
    ids: ['php'],
    endings: ['php', 'phtml', 'php3', 'php4', 'php5', 'phps', 'ctp', 'module', 'theme'],
    interpreters: ['php'],
    rules: [switchTo('<', '<\\?(?:php\\b|=)?(?!xml)', () => phpCode), comment, ...sections('<?')],
  },
  {
    name: 'Blade and Razor',
    ids: ['blade', 'razor', 'aspnetcorerazor', 'cshtml'],
    endings: ['blade.php', 'cshtml', 'razor', 'vbhtml'],
    rules: [block('{{--', '--}}'), block('@*', '*@'), ...html],
  },
  {
    name: 'Handlebars',
    ids: ['handlebars', 'mustache', 'hbs'],
    endings: ['hbs', 'handlebars', 'mustache'],
    rules: [block('{{!--', '--}}'), block('{{~!--', '--}}'), block('{{!', '}}'), ...html],
  },
  {
    name: 'Jinja, Twig, Django, Nunjucks and Liquid',
    ids: ['jinja', 'jinja-html', 'twig', 'django-html', 'django-txt', 'nunjucks', 'liquid', 'tera'],
    endings: ['jinja', 'jinja2', 'j2', 'twig', 'njk', 'nunjucks', 'liquid', 'tera', 'peb'],
    rules: [...templateMarks, ...html],
  },
  {
    name: 'ERB',
    ids: ['erb', 'html.erb', 'html-erb', 'eex', 'phoenix-heex', 'heex', 'js.erb'],
    endings: ['erb', 'rhtml', 'eex', 'leex', 'heex'],
    rules: [block('<%#', '%>'), block('<%!--', '--%>'), ...html],
  },
  {
    name: 'EJS and JSP',
    ids: ['ejs', 'jsp', 'javaserverpages', 'aspx'],
    endings: ['ejs', 'jsp', 'jspf', 'tag', 'aspx', 'ascx', 'master', 'asp'],
    rules: [block('<%#', '%>'), block('<%--', '--%>'), part('<', '<%(?![#-])', /%>/g, () => scriptSyntax, 2), ...html],
  },
  {
    name: 'Go templates',
    ids: ['gotmpl', 'go-template', 'helm', 'gohtml', 'hugo'],
    endings: ['tmpl', 'gotmpl', 'gohtml', 'tpl'],
    rules: [block('/*', '*/', { behind: '(?<=\\{\\{-? ?)' }), ...html],
  },
  {
    name: 'Pug',
    ids: ['pug', 'jade'],
    endings: ['pug', 'jade'],
    rules: [line('//', { behind: atLineStart })],
  },
  {
    name: 'Haml and Slim',
    ids: ['haml', 'slim'],
    endings: ['haml', 'slim'],
    rules: [line('-#', { behind: atLineStart }), line('/', { behind: atLineStart })],
  },
  {
    name: 'YAML',
    ids: [
      'yaml',
      'dockercompose',
      'github-actions-workflow',
      'azure-pipelines',
      'ansible',
      'home-assistant',
      'cloudformation',
      'salt',
    ],
    endings: [
      'yaml',
      'yml',
      'sls',
      'cff',
      'clang-format',
      'clang-tidy',
      'yaml-tmlanguage',
      'sublime-syntax',
      'eyaml',
      'ksy',
    ],
    files: ['.clang-format', '.clang-tidy', '.yamllint', 'pubspec.lock', '.gemrc'],
    rules: [
      line('#', { behind: afterBlank }),
      blockScalar(),
      quoted('"', multiline, '(?<=^\\s*|[:\\-,[{?]\\s*|!\\S{0,40}\\s+)'),
      quoted("'", { lines: true, doubled: true }, '(?<=^\\s*|[:\\-,[{?]\\s*|!\\S{0,40}\\s+)'),
    ],
  },
  {
    name: 'LaTeX',
    ids: ['latex', 'tex', 'bibtex', 'doctex', 'latex-expl3', 'context', 'rsweave'],
    endings: ['tex', 'sty', 'cls', 'ltx', 'dtx', 'ins', 'bib', 'bbx', 'cbx', 'tikz', 'rnw'],
    rules: [
      skip('\\', '\\\\(?:url|href|nolinkurl)\\{[^}\\n\\r]{0,400}\\}'),
      skip('\\', '\\\\(?:verb|lstinline)\\*?([^\\sa-zA-Z*{]).{0,200}?\\1'),
      skipTo('\\', '\\\\begin\\{verbatim\\*?\\}', '\\end{verbatim'),
      skipTo('\\', '\\\\begin\\{lstlisting\\}', '\\end{lstlisting}'),
      skipTo('\\', '\\\\begin\\{minted\\}', '\\end{minted}'),
      block('\\begin{comment}', '\\end{comment}'),
      skip('\\', '\\\\[^]'),
      line('%'),
    ],
  },
  {
    name: 'SQL',
    ids: ['sql', 'postgres', 'plsql', 'mysql', 'sqlite', 'snowflake-sql', 'jinja-sql', 'mssql', 'pgsql', 'tsql'],
    endings: [
      'sql',
      'psql',
      'pgsql',
      'plsql',
      'pls',
      'pks',
      'pkb',
      'pck',
      'mysql',
      'ddl',
      'dml',
      'hql',
      'cql',
      'tsql',
      'n1ql',
    ],
    interpreters: ['psql', 'sqlite3', 'mysql'],
    rules: sql.rules,
  },
];
