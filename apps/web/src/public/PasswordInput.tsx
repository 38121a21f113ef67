import { useState } from 'react';
import { IconButton, type FieldAria } from '@zhitongche/ui';

/** A password that can be looked at before it is sent. */
export const PasswordInput = ({
  aria,
  autoComplete,
  value,
  onChange,
}: {
  readonly aria: FieldAria;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => {
  const [seen, setSeen] = useState(false);
  return (
    <div className="input-with-unit">
      <input
        {...aria}
        className="input"
        type={seen ? 'text' : 'password'}
        autoComplete={autoComplete}
        maxLength={200}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
      <IconButton
        icon={seen ? 'eye-off' : 'eye'}
        label={seen ? '隐藏密码' : '显示密码'}
        onPress={() => setSeen(!seen)}
      />
    </div>
  );
};
