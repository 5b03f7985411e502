import { describe, expect, it } from 'vitest';
import { cut } from '../../../web/page/build/cut.ts';

describe('a function of C++', () => {
  const cpp = (name: string, source: string) => cut(source, 'a.cpp', name);

  it('comes whole, without the comment above it', () => {
    const source = '#include <cmath>\n\n/// Twice x.\ndouble twice(double x) {\n  // Exact.\n  return 2 * x;\n}\n\ndouble thrice(double x) { return 3 * x; }\n';
    expect(cpp('twice', source)).toBe('double twice(double x) {\n  // Exact.\n  return 2 * x;\n}');
    expect(cpp('thrice', source)).toBe('double thrice(double x) { return 3 * x; }');
  });

  it('keeps what makes it a template', () => {
    const source = 'int before();\n\ntemplate <std::invocable<std::span<const double>> F>\ndouble at(F&& f, std::span<const double> x = {}) noexcept {\n  return f(x);\n}\n';
    expect(cpp('at', source)).toMatch(/^template <std::invocable[^\n]*\ndouble at\(F&& f.*\n {2}return f\(x\);\n}$/);
  });

  it('ends at its own brace: not at those of lambdas, comments, strings and characters', () => {
    const body = '  const auto g = [&](int i) { return i; };\n  // } and "\n  /* } */\n  say("}\\"}", R"x(\n}\n)x", \'}\', \'\\\'\', 1\'000);\n  if (g(1)) {\n  }';
    expect(cpp('f', `void f() {\n${body}\n}\nvoid after() {}\n`)).toBe(`void f() {\n${body}\n}`);
  });

  it('is found where it is defined, not where it is declared, called or told of', () => {
    const source =
      'double f(double x);\n// double f(double x) {}\ndouble g() { return f(1); }\ndouble h() {\n  if (f(2)) {\n  }\n  return s.f(3) + n::f(4);\n}\ndouble f(double x) { return x; }\n';
    expect(cpp('f', source)).toBe('double f(double x) { return x; }');
  });

  it('may be a member, outside of its class or in it', () => {
    const source =
      'template <class T>\nT Net<T>::loss(int n) const {\n  return n;\n}\nstruct Net {\n public:\n  /// Told.\n  int size() const { return 1; }\n};\ndouble loss() { return 0; }\n';
    expect(cpp('Net::loss', source)).toBe('template <class T>\nT Net<T>::loss(int n) const {\n  return n;\n}');
    expect(cpp('loss', source)).toBe('double loss() { return 0; }');
    expect(cpp('size', source)).toBe('int size() const { return 1; }');
  });

  it('is dedented', () => {
    expect(cpp('f', 'class A {\n  int f() {\n    if (true)\n\n      return 1;\n  }\n};')).toBe('int f() {\n  if (true)\n\n    return 1;\n}');
  });

  it('is told from its overloads by its parameters', () => {
    const source = 'int f(int a,\n      int b) { return a; }\nint f(double a) { return 0; }\n';
    expect(() => cpp('f', source)).toThrow('a.cpp has 2 functions f; tell them apart');
    expect(cpp('f(double', source)).toBe('int f(double a) { return 0; }');
    expect(cpp('f(int a, int b', source)).toBe('int f(int a,\n      int b) { return a; }');
    expect(() => cpp('f(float', source)).toThrow('a.cpp has no function f(float');
  });
});

describe('a function of Python', () => {
  const python = (name: string, source: string) => cut(source, 'a.py', name);
  const module = [
    '"""def quoted(): as it is told."""',
    '',
    '',
    'def f(x):',
    '    """Its',
    'own words."""',
    '    y = \'#\' + """',
    'def f(x):',
    '"""',
    '',
    '    return y  # the "end',
    '',
    '',
    "# What doesn't belong to f.",
    'class Net:',
    '    def loss(self):',
    '        return 1',
    '',
    '    def gradient(',
    '        self,',
    '    ):',
    '        return 2',
    '',
    '',
    'def last(',
    '    x,',
    '):',
    '    return x',
    '',
  ].join('\n');

  it('goes to the next line that is not indented, whatever its strings hold', () =>
    expect(python('f', module)).toBe(module.slice(module.indexOf('def f'), module.indexOf('\n\n\n# What'))));
  it('may be a class, or one of its methods', () => {
    expect(python('Net', module)).toMatch(/^class Net:\n {4}def loss[\s\S]*return 2$/);
    expect(python('Net.loss', module)).toBe('def loss(self):\n    return 1');
    expect(python('Net.gradient', module)).toBe('def gradient(\n    self,\n):\n    return 2');
  });
  it('may be the last', () => expect(python('last', module)).toBe('def last(\n    x,\n):\n    return x'));
  it('must be there, and once', () => {
    for (const name of ['quoted', 'loss', 'Net.none', 'None.loss']) expect(() => python(name, module)).toThrow(`a.py has no function ${name}`);
    expect(() => python('f', 'def f():\n    pass\n\n\ndef f():\n    pass\n')).toThrow('a.py has 2 functions f');
  });
});
